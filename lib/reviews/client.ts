/**
 * What our reviews give as `client_id`: one constant for everybody. The protocol's own libraries default to the
 * address of the page, which would publish where a person was when they wrote.
 */
export const clientId = "https://backtalk.example";

/** `data_source` of everything in the sample world. Outboxes for real servers refuse it. */
export const sampleDataSource = "https://backtalk.example/sample-world";
