/** @jsxImportSource preact */

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toUpperCase();
}

/** A photo in a circle, or initials where there is none; the name stands beside it, so it is decoration. */
export function Avatar({ name, photoUrl, size }: { name: string; photoUrl?: string; size: number }) {
  if (photoUrl) {
    return (
      <img class="avatar" src={photoUrl} alt="" width={size} height={size} loading="lazy" decoding="async" />
    );
  }
  return (
    <span class={`avatar avatar-${size}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
