"use strict";
// Shows the OpenAPI document as it stands: nothing here is written by hand about any operation.
function element(name, text, attributes) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}

function block(title, value) {
  const details = element("details");
  details.append(element("summary", title));
  details.append(element("pre", JSON.stringify(value, null, 2), { tabindex: "0" }));
  return details;
}

function parameters(list) {
  const table = element("table");
  const head = element("tr");
  for (const title of ["name", "in", "meaning"]) head.append(element("th", title, { scope: "col" }));
  table.append(head);
  for (const parameter of list) {
    const row = element("tr");
    row.append(element("td", parameter.name + (parameter.required ? " *" : "")));
    row.append(element("td", parameter.in));
    row.append(element("td", parameter.description));
    table.append(row);
  }
  return table;
}

function responses(list) {
  const box = element("div");
  for (const [status, response] of Object.entries(list)) {
    const details = element("details");
    details.append(element("summary", status + " " + response.description));
    for (const [type, content] of Object.entries(response.content || {})) {
      details.append(element("p", type));
      details.append(element("pre", JSON.stringify(content.schema, null, 2), { tabindex: "0" }));
      for (const [name, example] of Object.entries(content.examples || {})) details.append(block("example: " + name, example.value));
    }
    box.append(details);
  }
  return box;
}

function operation(method, path, value) {
  const section = element("section", null, { id: value.operationId });
  const title = element("h2");
  title.append(element("span", method.toUpperCase(), { class: "method" }), element("code", path));
  section.append(title, element("p", value.summary + (value.description ? ". " + value.description : "")));
  const scopes = (value.security || []).flatMap((item) => item.key || []);
  if (scopes.length) section.append(element("p", "scope: " + scopes.join(", ")));
  section.append(parameters(value.parameters || []));
  const body = value.requestBody && value.requestBody.content["application/json"];
  if (body) {
    section.append(block("body: schema", body.schema));
    for (const [name, example] of Object.entries(body.examples || {})) section.append(block("body: example " + name, example.value));
  }
  section.append(responses(value.responses));
  return section;
}

async function show() {
  const answer = await fetch("/openapi.json");
  const api = await answer.json();
  document.getElementById("title").textContent = api.info.title + " " + api.info.version;
  document.getElementById("summary").append(element("br"), api.info.description);
  const index = document.getElementById("index");
  const operations = document.getElementById("operations");
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, value] of Object.entries(methods)) {
      const entry = element("li");
      const link = element("a", null, { href: "#" + value.operationId });
      link.append(element("span", method.toUpperCase(), { class: "method" }), path + " ", value.summary);
      entry.append(link);
      index.append(entry);
      operations.append(operation(method, path, value));
    }
  }
  const problems = document.getElementById("problem-list");
  for (const [code, words] of Object.entries(api["x-problems"])) {
    problems.append(element("dt", code + " (" + words.status + ")", { id: code }));
    problems.append(element("dd", words.en + " · " + words.fr));
  }
  const schemas = document.getElementById("schemas");
  for (const [name, schema] of Object.entries(api.components.schemas)) schemas.append(block(name, schema));
  if (location.hash) location.replace(location.hash);
}

show();
