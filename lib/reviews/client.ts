/**
 * What our reviews give as `client_id`: one constant for everybody. The protocol's own libraries default to the
 * address of the page, which would publish where a person was when they wrote.
 */
export const clientId = "https://backtalk.example";

export { sampleDataSource } from "../model/sample.ts";
