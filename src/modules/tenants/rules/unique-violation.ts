/** Whether the database refused a row because one like it exists: Prisma's P2002, or PostgreSQL's own 23505. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("code" in error)) return false;
  return error.code === "P2002" || error.code === "23505";
}
