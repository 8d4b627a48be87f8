/** What a line of the download says, in the order of its columns. */
export const trailColumns = ["When", "Who", "Role", "What", "About", "Details"] as const;

/** One line of a CSV file (RFC 4180), ended as spreadsheets expect. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula stays a text. */
function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
