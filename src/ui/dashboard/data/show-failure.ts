import { tellFailure } from "./notices.tsx";
import { failureOf } from "./trpc.ts";

/** Shows what a form's save was refused for: at its fields where the server names them, else as a notice. */
export function showFailure(error: unknown, setErrors: (fields: Record<string, string>) => void): void {
  const { fields } = failureOf(error);
  if (Object.keys(fields).length > 0) setErrors(fields);
  else tellFailure(error, "Not saved");
}
