export { postJoin as POST } from "#delivery/sign-in/join-forms.ts";
