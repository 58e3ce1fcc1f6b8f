/** How shop systems call what puts something into a cart, whatever language they speak: for `elementsCalled`. */
export const cartNames = "add-to-cart|addtocart|add_to_cart|add-to-basket|buybox|btn-buy";

/** The same by other attributes, as a selector. */
export const cartControls = '[name="add-to-cart"],[data-testid*="add-to-cart" i],#button-cart';
