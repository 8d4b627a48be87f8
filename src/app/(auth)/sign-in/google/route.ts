export { postGoogle as POST } from "#delivery/sign-in/sign-in-forms.ts";
