/** next-auth is CommonJS: what is its default export to a bundler is a property of it to Node. */
export function interopDefault<T>(imported: T): T {
  const { default: inner } = imported as { default?: T };
  return inner ?? imported;
}
