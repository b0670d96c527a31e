"""Bindings: `BINDINGS` is the visible list of the places in a file where a parameter can stand."""

from __future__ import annotations

from collections.abc import Mapping

from procos_studio.library.bindings import (
    camunda,
    data,
    delegates,
    events,
    flows,
    forms,
    loops,
    passing,
    properties,
    roots,
    tables,
    topics,
    variables,
)
from procos_studio.library.bindings.binding import Door

BINDINGS: Mapping[str, Door] = {
    # what element templates for Camunda 7 know
    "property": Door(properties.read, properties.write, evaluated=False),
    "camunda:property": Door(camunda.read_property, camunda.write_property, evaluated=False),
    "camunda:inputParameter": Door(camunda.read_input, camunda.write_input),
    "camunda:outputParameter": Door(camunda.read_output, camunda.write_output, evaluated=False),
    "camunda:in:businessKey": Door(variables.read_business_key, variables.write_business_key),
    "camunda:in": Door(passing.read_in, passing.write_in),
    "camunda:out": Door(passing.read_out, passing.write_out, evaluated=False),
    "camunda:field": Door(delegates.read_field, delegates.write_field),
    "camunda:executionListener": Door(delegates.read_listener, delegates.write_listener, evaluated=False),
    # ours, for what they lack
    "procos:documentation": Door(properties.read_documentation, properties.write_documentation, evaluated=False),
    "procos:extension": Door(camunda.read_extension, camunda.write_extension, evaluated=False),
    "procos:parameters": Door(tables.read, tables.write),
    "procos:results": Door(tables.read, tables.write_results),
    "procos:topic": Door(topics.read, topics.write),
    "procos:timerKind": Door(events.read_timer_kind, events.write_timer_kind, evaluated=False),
    "procos:timer": Door(events.read_timer, events.write_timer),
    "procos:condition": Door(events.read_condition, events.write_condition),
    "procos:definition": Door(events.read_attribute, events.write_attribute, evaluated=False),
    "procos:root": Door(roots.read, roots.write),
    "procos:loop": Door(loops.read, loops.write),
    "procos:loopOption": Door(loops.read, loops.write, evaluated=False),
    "procos:variables": Door(variables.read_mapping, variables.write_mapping),
    "procos:allVariables": Door(variables.read_all, variables.write_all, evaluated=False),
    "procos:formFields": Door(forms.read, forms.write, evaluated=False),
    "procos:defaultFlow": Door(flows.read_default, flows.write_default, evaluated=False),
    "procos:process": Door(flows.read_process, flows.write_process, evaluated=False),
    "procos:multiplicity": Door(data.read_multiplicity, data.write_multiplicity, evaluated=False),
    "procos:dataObject": Door(data.read_object, data.write_object, evaluated=False),
    "procos:dataState": Door(data.read_state, data.write_state, evaluated=False),
    "procos:category": Door(data.read_category, data.write_category, evaluated=False),
}
"""By `binding.type` of a block's definition."""

__all__ = ["BINDINGS", "Door"]
