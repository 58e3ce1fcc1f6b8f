/** What an own token says, as far as lists show it. */
export interface OwnPayload {
  readonly rating?: number;
  readonly opinion: string;
  readonly nickname: string;
  readonly confirms: boolean;
  readonly affiliated: boolean;
}

interface Payload {
  rating?: number;
  opinion?: string;
  metadata?: Record<string, string | boolean>;
}

/**
 * Reads a token that this device signed itself. For tokens of others use `lib/reviews`: nothing is verified
 * here.
 */
export function ownPayload(jwt: string): OwnPayload {
  const part = jwt.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const { rating, opinion = "", metadata = {} } = JSON.parse(new TextDecoder().decode(bytes)) as Payload;
  const isSet = (name: string): boolean => String(metadata[name]) === "true";
  return {
    ...(rating === undefined ? {} : { rating }),
    opinion,
    nickname: String(metadata["nickname"] ?? ""),
    confirms: isSet("is_personal_experience"),
    affiliated: isSet("is_affiliated"),
  };
}
