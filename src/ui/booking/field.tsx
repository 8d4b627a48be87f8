/** @jsxImportSource preact */
import type { DetailsField } from "./view-model.ts";

type FieldProps = {
  name: DetailsField;
  label: string;
  value: string;
  error?: string;
  optional?: boolean;
  type?: "text" | "email" | "tel";
  autocomplete?: "name" | "email" | "tel" | "off";
  hint?: string;
  long?: boolean;
  maxLength: number;
};

/** One labelled input; its error is tied to it and says what to do. */
export function Field(props: FieldProps) {
  const id = `field-${props.name}`;
  const error = `${id}-error`;
  const hint = `${id}-hint`;
  const described = [props.error && error, props.hint && hint].filter(Boolean).join(" ");
  const shared = {
    id,
    name: props.name,
    maxLength: props.maxLength,
    required: !props.optional,
    "aria-invalid": props.error ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <div class={props.error ? "field field-wrong" : "field"}>
      <label for={id}>
        {props.label}
        {props.optional && <span class="quiet"> (optional)</span>}
      </label>
      {props.hint && (
        <p class="quiet small" id={hint}>
          {props.hint}
        </p>
      )}
      {props.long ? (
        <textarea {...shared} rows={3} defaultValue={props.value} />
      ) : (
        <input
          {...shared}
          type={props.type ?? "text"}
          autocomplete={props.autocomplete}
          defaultValue={props.value}
        />
      )}
      {props.error && (
        <p class="field-error" id={error}>
          {props.error}
        </p>
      )}
    </div>
  );
}
