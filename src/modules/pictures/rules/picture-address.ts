const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const fileName = new RegExp(`^(${uuid})\\.webp$`);

/**
 * Where an uploaded picture is, on each host. The slug says whose it is where the host does not (the installation's own);
 * a slug that was given up stays the business's, so the address never changes.
 */
export function addressOfPicture(slug: string, id: string): string {
  return `/pictures/${slug}/${id}.webp`;
}

/** The id in a picture's file name; null when there is none. */
export function pictureIdIn(file: string): string | null {
  return fileName.exec(file)?.[1] ?? null;
}

/** Finds the id in an address of an uploaded picture, also one typed with its host: for PostgreSQL's `substring`. */
export const pictureIdPattern = `/pictures/[a-z0-9-]+/(${uuid})[.]webp`;
