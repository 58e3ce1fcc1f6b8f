/** The package has no types of its own; clients.test.ts says what it uses of it. */
declare module "mangrove-reviews" {
  const client: unknown;
  export default client;
}
