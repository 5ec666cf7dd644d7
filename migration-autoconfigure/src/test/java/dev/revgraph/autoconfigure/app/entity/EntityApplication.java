package dev.revgraph.autoconfigure.app.entity;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Scanned like a real one. */
@SpringBootApplication
public class EntityApplication {}
