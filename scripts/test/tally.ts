/** How many checks or tests of one runner passed and failed. */
export type Tally = { name: string; passed: number; failed: number };
