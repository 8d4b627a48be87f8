export { uploadPicture as POST } from "#delivery/pictures/upload-picture.ts";
