/** The installation's own names, without ports. */
export type OwnNames = { appHost: string; bookingDomain: string; target: string };

/** At least two labels; the last one has a letter, so that it is no address. */
const shape = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names that no public name server answers for. */
const privateEndings = [".localhost", ".local", ".internal", ".invalid", ".onion", ".arpa", ".lan", ".home"];

/** Second labels under which a country sells names: nobody owns `co.uk`. */
const sharedLabels = new Set(["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "mil"]);

/** Names under which others give out names. */
const sharedHosts = new Set(
  (
    "github.io gitlab.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com " +
    "azurewebsites.net cloudfront.net wordpress.com blogspot.com wixsite.com myshopify.com"
  ).split(" "),
);

/** The host of whatever was typed or pasted: without scheme, path and port, in lower case, in ASCII. Else empty. */
export function hostFrom(typed: string): string {
  const text = typed.trim();
  if (text === "") return "";
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  return url?.hostname.replace(/\.$/, "") ?? "";
}

/** Why a business cannot have this host, in words; null when it can (A4). */
export function problemWithHost(host: string, own: OwnNames): string | null {
  if (/^[\d.]+$/.test(host) || host.startsWith("[")) {
    return "This is an address of a machine. Enter a name, like book.example.com.";
  }
  if (!shape.test(host)) return "Enter a whole name, like book.example.com.";
  if (privateEndings.some((ending) => host.endsWith(ending))) {
    return `Names that end with ${host.slice(host.lastIndexOf("."))} cannot be reached from the internet.`;
  }
  if (isOwn(host, own)) return "This name is one of ours. Enter a name of your own domain.";
  if (isShared(host)) return `${host} belongs to many. Enter a name of your own below it.`;
  return null;
}

function isOwn(host: string, { appHost, bookingDomain, target }: OwnNames): boolean {
  return [appHost, bookingDomain, target].some((name) => host === name || host.endsWith(`.${name}`));
}

/** By its shape and a short list: a domain that nobody can own alone. */
function isShared(host: string): boolean {
  const labels = host.split(".");
  const [first = "", last = ""] = labels;
  return sharedHosts.has(host) || (labels.length === 2 && last.length === 2 && sharedLabels.has(first));
}

/** Whether a name is the top of a domain, where name servers allow no CNAME: then it is an ALIAS or ANAME. */
export function isApex(host: string): boolean {
  const labels = host.split(".");
  return labels.length === 2 || (labels.length === 3 && isShared(labels.slice(1).join(".")));
}
