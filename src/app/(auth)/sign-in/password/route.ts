export { postPassword as POST } from "#delivery/sign-in/sign-in-forms.ts";
