export { answerAuth as GET, answerAuth as POST } from "#delivery/sign-in/auth-route.ts";
