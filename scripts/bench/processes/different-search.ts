/** A query string that asks the same and is not the same: the product answers equal ones together. */
export function differentSearch(search: string, number: number): string {
  return `${search}&number=${number}`;
}
