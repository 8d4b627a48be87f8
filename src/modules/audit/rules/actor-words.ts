/** Kinds of actor that are no person of the team, as a history names them. */
export const actorKindWords: Readonly<Record<string, string>> = {
  member: "Former team member",
  customer: "Customer",
  apiKey: "Connected app",
  assistant: "Assistant",
  platformAdmin: "Platform admin",
  siteBuilder: "Website builder",
  system: "Slotkeeper",
};

/** Who did it: a name, and for those who do not belong to the business what they are. */
export function actorWords({ kind, name }: { kind: string; name: string | null }): {
  name: string;
  role: string | null;
} {
  const words = actorKindWords[kind] ?? kind;
  if (name === null) return { name: words, role: null };
  return { name, role: kind === "member" ? null : words };
}
