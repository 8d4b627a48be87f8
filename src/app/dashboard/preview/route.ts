export { previewLook as POST } from "#delivery/booking-pages/preview-look.ts";
