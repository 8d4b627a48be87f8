import { Button } from "@mantine/core";
import classes from "./settings.module.css";

type Props = { dirty: boolean; saving: boolean; label?: string };

/** The foot of a settings form: the state of saving in words, and the button. */
export function SaveFoot({ dirty, saving, label = "Save" }: Props) {
  return (
    <div className={classes.foot}>
      <span className={classes.state} role="status">
        {saving ? "Saving …" : dirty ? "Not saved yet" : "All changes saved"}
      </span>
      <Button type="submit" loading={saving} disabled={!dirty}>
        {label}
      </Button>
    </div>
  );
}
