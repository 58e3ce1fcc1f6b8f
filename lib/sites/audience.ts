import type { PostAudience } from "../model/post.ts";

/**
 * Words for "everybody" and for narrower circles in the labels of audience icons ("Shared with Public", "Geteilt
 * mit: Freunde"), as stems.
 */
const everybody =
  /public|öffentlich|publiek|públic|pubblic|openbaar|offentlig|julkinen|anyone|everyone|общедоступ|доступно всем|публичн|herkes|veřejn|verejn|δημόσι|nyilvános|公開|公开|全体公開|전체 공개|công khai|สาธารณะ|publik|عام|सार्वजनिक|ציבורי/iu;
const some =
  /friend|freund|amigo|\bamis?\b|\bamic|vriend|venner|vänner|ystäv|znajom|přátel|arkadaş|друз|只限|仅|好友|友達|友人|친구|bạn bè|เพื่อน|teman|أصدقاء|only me|nur ich|solo yo|moi uniquement|solo io|alleen ik|só eu|private|privat|privé|members|mitglieder|miembros|membres|followers only|connections only|custom|benutzerdefiniert/iu;

/** Who may read a post whose audience icon says this. Narrow words win: "Friends of public figures" is not public. */
export function audienceOf(label: string | null | undefined): PostAudience {
  const text = label?.slice(0, 200) ?? "";
  if (some.test(text)) return "restricted";
  return everybody.test(text) ? "public" : "unknown";
}
