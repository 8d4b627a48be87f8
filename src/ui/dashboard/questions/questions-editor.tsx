"use client";

import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import type { Question } from "#modules/tenants/faq-schema.ts";
import { tellFailure, tellWithUndo } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import { QuestionForm } from "./question-form.tsx";
import classes from "./questions.module.css";

/** What customers ask, with the answers: written, put in order, taken out. Each change is saved by itself. */
export function QuestionsEditor() {
  const query = trpc.questions.list.useQuery();
  const [editing, setEditing] = useState<string | null>(null);
  const { remove, move } = useChanges(query.data?.questions ?? []);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={180} />;
  const { questions } = query.data;
  const close = () => setEditing(null);
  return (
    <>
      <ul className={classes.list}>
        {questions.map((question, index) => (
          <li key={question.id}>
            {editing === question.id ? (
              <QuestionForm question={question} onClose={close} />
            ) : (
              <Item
                question={question}
                first={index === 0}
                last={index === questions.length - 1}
                onEdit={() => setEditing(question.id)}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(question)}
              />
            )}
          </li>
        ))}
      </ul>
      {editing === "new" ? (
        <QuestionForm onClose={close} />
      ) : (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setEditing("new")}
          >
            Add a question
          </Button>
        </div>
      )}
    </>
  );
}

function useChanges(questions: readonly Question[]) {
  const utils = trpc.useUtils();
  const settled = {
    onError: (error: unknown) => tellFailure(error, "Not saved"),
    onSettled: () => utils.questions.invalidate(),
  };
  const save = trpc.questions.save.useMutation(settled);
  const { mutate: removeOne } = trpc.questions.remove.useMutation(settled);
  const { mutate: reorder } = trpc.questions.reorder.useMutation(settled);
  return {
    remove(question: Question) {
      const { question: asked, answer } = question;
      removeOne(
        { id: question.id },
        { onSuccess: () => tellWithUndo("Question removed", () => save.mutate({ question: asked, answer })) },
      );
    },
    move(from: number, by: number) {
      const ids = questions.map(({ id }) => id);
      const [moved] = ids.splice(from, 1);
      if (!moved) return;
      ids.splice(from + by, 0, moved);
      utils.questions.list.setData(undefined, {
        questions: ids.flatMap((id) => questions.filter((question) => question.id === id)),
      });
      reorder({ ids });
    },
  };
}

type ItemProps = {
  question: Question;
  first: boolean;
  last: boolean;
  onEdit: () => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function Item({ question, first, last, onEdit, onMove, onRemove }: ItemProps) {
  const name = question.question;
  const tool = { variant: "subtle", color: "gray", size: 36 } as const;
  return (
    <div className={classes.item}>
      <button type="button" className={classes.words} onClick={onEdit} aria-label={`Edit: ${name}`}>
        <span className={classes.question}>{name}</span>
        <span className={classes.answer}>{question.answer}</span>
      </button>
      <div className={classes.tools}>
        <ActionIcon {...tool} aria-label={`Move up: ${name}`} disabled={first} onClick={() => onMove(-1)}>
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon {...tool} aria-label={`Move down: ${name}`} disabled={last} onClick={() => onMove(1)}>
          <Icon name="down" size={16} />
        </ActionIcon>
        <ActionIcon {...tool} aria-label={`Remove: ${name}`} onClick={onRemove}>
          <Icon name="trash" size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}
