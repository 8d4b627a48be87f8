import { describe, expect, it } from "vitest";
import type { PageModel } from "#ui/booking/view-model.ts";
import { filesBelow, withPicturesBelow } from "./files-below.ts";

const model = {
  page: "landing",
  base: "/book",
  business: { name: "Salon", homeHref: "/book/", logoUrl: "/demo/salon/logo.svg" },
  photos: ["/demo/salon/one.jpg", "https://pictures.example/two.jpg"],
  staff: [{ name: "Ana", photoUrl: "/demo/salon/ana.jpg" }],
  summary: { photoUrl: "//cdn.example/x.jpg" },
  share: { url: "https://salon.example/book", imageUrl: "https://app.example/demo/salon/cover.jpg" },
} as unknown as PageModel;

describe("files of a page", () => {
  it("are below /book on a site, and at the root everywhere else", () => {
    expect(["", "/harbor", "/book"].map(filesBelow)).toEqual(["", "", "/book"]);
  });

  it("are asked for below /book, wherever in the page they are, and links stay as they are", () => {
    expect(withPicturesBelow(model, "/book")).toMatchObject({
      business: { homeHref: "/book/", logoUrl: "/book/demo/salon/logo.svg" },
      photos: ["/book/demo/salon/one.jpg", "https://pictures.example/two.jpg"],
      staff: [{ photoUrl: "/book/demo/salon/ana.jpg" }],
      summary: { photoUrl: "//cdn.example/x.jpg" },
      share: { url: "https://salon.example/book", imageUrl: "https://app.example/demo/salon/cover.jpg" },
    });
    expect(withPicturesBelow(model, "")).toBe(model);
  });
});
