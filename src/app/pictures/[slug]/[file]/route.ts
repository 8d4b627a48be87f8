export { showPicture as GET } from "#delivery/pictures/show-picture.ts";
