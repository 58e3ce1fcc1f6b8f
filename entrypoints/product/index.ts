import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { collectProduct } from "../../lib/detect/deep/collect-product.ts";
import { sendPage } from "../../lib/messages/page-send.ts";

/** Injected by the background where a page seems to sell one thing whose maker its markup does not give. */
export default defineUnlistedScript(() => {
  void sendPage("reportProduct", collectProduct(document, location));
});
