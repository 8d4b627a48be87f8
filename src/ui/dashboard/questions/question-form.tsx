"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Question } from "#modules/tenants/faq-schema.ts";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import classes from "./questions.module.css";

type Props = {
  /** Absent: a new one. */
  question?: Question;
  onClose: () => void;
};

/** One question with its answer, where it stands in the list. */
export function QuestionForm({ question, onClose }: Props) {
  const utils = trpc.useUtils();
  const form = useForm({
    initialValues: { question: question?.question ?? "", answer: question?.answer ?? "" },
  });
  const { mutate, isPending } = trpc.questions.save.useMutation({
    onSuccess: async () => {
      await utils.questions.invalidate();
      onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
  });
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit((values) => mutate(question ? { id: question.id, ...values } : values))}
      noValidate
    >
      <TextInput label="Question" autoFocus {...form.getInputProps("question")} />
      <Textarea label="Answer" autosize minRows={2} {...form.getInputProps("answer")} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={isPending}>
          {question ? "Save question" : "Add question"}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
