// A block of cells pasted into the rows of a menu goes to the check screen, not into one field.
document.addEventListener("paste", (event) => {
  const url = document.querySelector("[data-paste-url]")?.dataset.pasteUrl;
  const cells = event.clipboardData?.getData("text/plain") ?? "";
  const isBlock = cells.trimEnd().includes("\t");
  if (!url || !isBlock || !event.target.closest?.("[data-streamfield-child]")) return;
  event.preventDefault();
  const form = Object.assign(document.createElement("form"), { method: "post", action: url });
  const month = (document.getElementById("id_month")?.value ?? "").slice(0, 7);
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  for (const [name, value] of Object.entries({ cells, month, csrfmiddlewaretoken: token })) {
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
});
