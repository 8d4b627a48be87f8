export { postBusiness as POST } from "#delivery/sign-in/choose-business.ts";
