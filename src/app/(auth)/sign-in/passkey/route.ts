export { postPasskey as POST } from "#delivery/sign-in/passkey-forms.ts";
