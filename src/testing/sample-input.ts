import { z } from "zod";
import { newId } from "#kernel/ids.ts";

type JsonSchema = {
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  type?: string;
  format?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
};

const formats: Record<string, () => string> = {
  uuid: newId,
  email: () => "sample@example.com",
  date: () => "2027-03-02",
  "date-time": () => "2027-03-02T15:00:00Z",
  uri: () => "https://example.com/",
};

/** What a text is by its name, where the schema checks it with a function of its own. */
const namedTexts: readonly [RegExp, string][] = [
  [/date/i, "2027-03-02"],
  [/email/i, "sample@example.com"],
  [/country/, "DE"],
  [/timeZone/, "Europe/Berlin"],
  [/currency/, "EUR"],
  [/locale/, "en-GB"],
  [/color/i, "#3b5bdb"],
  [/(url|website)$/i, "https://example.com/"],
  [/slug/i, "a-sample"],
];

/** A small input of a schema's shape: what must be there, ids that name nothing. What it cannot guess, parsing shows. */
export function sampleInput(schema: z.ZodType): unknown {
  return sampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);
}

function sampleOf(schema: JsonSchema): unknown {
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleOf(choice);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sampleOf));
  return sampleOfType(schema);
}

function sampleOfType(schema: JsonSchema): unknown {
  switch (schema.type) {
    case "string":
      return formats[schema.format ?? ""]?.() ?? "x".repeat(Math.max(1, schema.minLength ?? 1));
    case "number":
    case "integer":
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case "boolean":
      return true;
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOfProperty(schema, name)]),
      );
    default:
      return null;
  }
}

function sampleOfProperty({ properties = {} }: JsonSchema, name: string): unknown {
  const sample = sampleOf(properties[name] ?? {});
  const isAnyText = typeof sample === "string" && /^x+$/.test(sample);
  const named = isAnyText ? namedTexts.find(([pattern]) => pattern.test(name)) : undefined;
  return named ? named[1] : sample;
}
