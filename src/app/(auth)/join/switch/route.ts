export { postJoinSwitch as POST } from "#delivery/sign-in/join-forms.ts";
