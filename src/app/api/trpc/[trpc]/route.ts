export { answerTrpc as GET, answerTrpc as POST } from "#delivery/trpc/answer-trpc.ts";
