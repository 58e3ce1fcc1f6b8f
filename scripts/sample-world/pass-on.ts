import { request as send, type IncomingMessage, type ServerResponse } from "node:http";

/** Hands a request to a plain HTTP server on this machine and its answer back; 502 where it does not answer. */
export function passOn(upstream: string, request: IncomingMessage, response: ServerResponse): void {
  const target = new URL(request.url ?? "/", upstream);
  const onward = send(target, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => {
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(502, { "content-type": "text/plain" })
        .end("The server behind this does not answer.");
  });
  request.pipe(onward);
}
