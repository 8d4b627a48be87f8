import { expect, it } from "vitest";
import { noCategory, saveRequest, serviceValues } from "./service-values.ts";

it("starts a new service as an hour that everybody performs, and saves no category as none", () => {
  const values = serviceValues(null, ["ana", "ben"]);
  expect(values).toMatchObject({
    durationMin: 60,
    staffIds: ["ana", "ben"],
    categoryId: noCategory,
    online: true,
  });
  expect(saveRequest(undefined, values)).toMatchObject({ id: undefined, categoryId: null });
  expect(saveRequest("s1", { ...values, categoryId: "c1" })).toMatchObject({ id: "s1", categoryId: "c1" });
});
