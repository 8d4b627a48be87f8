import { Button } from "@mantine/core";
import classes from "./settings.module.css";

/** The foot of a settings form: the state of saving in words, and the button. */
export function SaveFoot({ dirty, saving }: { dirty: boolean; saving: boolean }) {
  return (
    <div className={classes.foot}>
      <span className={classes.state} role="status">
        {saving ? "Saving …" : dirty ? "Not saved yet" : "All changes saved"}
      </span>
      <Button type="submit" loading={saving} disabled={!dirty}>
        Save
      </Button>
    </div>
  );
}
