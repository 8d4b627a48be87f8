export { postCode as POST } from "#delivery/sign-in/second-step-forms.ts";
