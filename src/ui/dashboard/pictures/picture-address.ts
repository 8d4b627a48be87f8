/** Whether a text is an address that a picture can be shown from: on the web, or on this server. */
export function isPictureAddress(text: string): boolean {
  return /^(https:\/\/[^\s"'<>\\]+|\/(?!\/)[^\s"'<>\\]+)$/.test(text);
}

/** Whether somebody typed the address, rather than uploaded the picture. */
export function isTyped(address: string): boolean {
  return address !== "" && !address.startsWith("/");
}
