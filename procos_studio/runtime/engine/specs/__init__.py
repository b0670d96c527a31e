"""Specs: one SpiffWorkflow task spec per BPMN element, one file per family."""
