/** `data_source` of everything in the sample world. Outboxes for real servers refuse it. */
export const sampleDataSource = "https://backtalk.example/sample-world";
