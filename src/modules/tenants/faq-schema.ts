import { z } from "zod";
import { id, requiredText } from "./fields.ts";

/** Something that customers ask, with the business's answer (B6). */
export const Question = z.object({ id: z.string(), question: z.string(), answer: z.string() });
export type Question = z.infer<typeof Question>;

export const ListQuestionsOutput = z.object({ questions: z.array(Question) });
export type ListQuestionsOutput = z.infer<typeof ListQuestionsOutput>;

/** With `id`: changes that question. Without: adds one at the end. */
export const SaveQuestionInput = z.object({
  id: id.optional(),
  question: requiredText("Enter a question", 200),
  answer: requiredText("Enter an answer", 2000),
});
export type SaveQuestionInput = z.infer<typeof SaveQuestionInput>;

export const RemoveQuestionInput = z.object({ id });
export type RemoveQuestionInput = z.infer<typeof RemoveQuestionInput>;

/** Every question once, in the order in which customers read them. */
export const ReorderQuestionsInput = z.object({
  ids: z.array(id).refine((ids) => new Set(ids).size === ids.length, "Name each question once"),
});
export type ReorderQuestionsInput = z.infer<typeof ReorderQuestionsInput>;
