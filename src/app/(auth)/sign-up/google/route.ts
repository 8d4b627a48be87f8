export { postGoogleSignUp as POST } from "#delivery/sign-in/sign-up-forms.ts";
