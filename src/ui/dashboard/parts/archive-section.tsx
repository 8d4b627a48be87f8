"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { tell, tellFailure, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { FormSection } from "./form-section.tsx";
import { Icon } from "./icons.tsx";

type Change = { mutate: () => void; isPending: boolean };

type Props = {
  name: string;
  /** What kind of thing it is: "service". */
  kind: string;
  archived: boolean;
  /** Heading while it is not archived: "Not offered any more?". */
  title: string;
  description: string;
  /** What archiving means, said before it is done. */
  consequence: string;
  archive: Change;
  /** Absent where an archived one is not shown. */
  restore?: Change;
};

/** The end of a record's drawer: archives it, after a question, or brings it back. */
export function ArchiveSection(props: Props) {
  const { name, kind, archived, title, description, consequence, archive, restore } = props;
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive ${name}?`,
      children: consequence,
      labels: { confirm: "Archive", cancel: "Keep" },
      zIndex: 400,
      onConfirm: archive.mutate,
    });
  return (
    <FormSection title={archived ? "Archived" : title} description={description}>
      <div>
        {archived && restore ? (
          <Button variant="default" loading={restore.isPending} onClick={restore.mutate}>
            Bring back
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<Icon name="trash" size={16} />}
            loading={archive.isPending}
            onClick={ask}
          >
            Archive {kind}
          </Button>
        )}
      </div>
    </FormSection>
  );
}

type Telling = { name: string; restore: () => void; onDone: () => void };

/** What archiving says: that it was done, with a way back, or why it was not. */
export function tellingArchived({ name, restore, onDone }: Telling) {
  return {
    onSuccess: () => {
      tellWithUndo(`${name} archived`, restore);
      onDone();
    },
    onError: (error: unknown) => tellFailure(error, "Not archived"),
  };
}

/** What bringing back says. */
export function tellingRestored(name: string) {
  return {
    onSuccess: () => tell(`${name} is back`),
    onError: (error: unknown) => tellFailure(error, "Not brought back"),
  };
}
