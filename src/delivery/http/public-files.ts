/** Folders of `public`: bundles, and pictures of the demo businesses. Pages ask for them by root-relative addresses. */
const folders = ["/assets/", "/demo/"] as const;

/** Whether a path is a file's rather than a page's. */
export function isPublicFile(path: string): boolean {
  return folders.some((folder) => path.startsWith(folder));
}

/** Whether a path is an uploaded picture's: the same on every host of its business, and on the installation's own. */
export function isUploadedPicture(path: string): boolean {
  return path.startsWith("/pictures/");
}
