// Written by `npm run types:generate` from the database. Not for editing.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      audit_log: {
        Row: {
          action: string
          actor_id: string | null
          details: NonNullable<Json>
          entity_id: string | null
          entity_type: string
          id: number
          occurred_at: string
          office_id: string | null
        }
        ComputedFields: never
        Insert: {
          action: string
          actor_id?: string | null
          details?: NonNullable<Json>
          entity_id?: string | null
          entity_type: string
          id?: never
          occurred_at?: string
          office_id?: string | null
        }
        Update: {
          action?: string
          actor_id?: string | null
          details?: NonNullable<Json>
          entity_id?: string | null
          entity_type?: string
          id?: never
          occurred_at?: string
          office_id?: string | null
        }
        Relationships: []
      }
      backend_commands: {
        Row: {
          attempts: number
          campaign_id: string | null
          created_at: string
          done_at: string | null
          id: string
          kind: string
          last_code: string | null
          next_attempt_at: string
          reason: string
          recipient_id: string | null
          session_id: string
          state: string
        }
        ComputedFields: never
        Insert: {
          attempts?: number
          campaign_id?: string | null
          created_at?: string
          done_at?: string | null
          id?: string
          kind: string
          last_code?: string | null
          next_attempt_at?: string
          reason?: string
          recipient_id?: string | null
          session_id: string
          state?: string
        }
        Update: {
          attempts?: number
          campaign_id?: string | null
          created_at?: string
          done_at?: string | null
          id?: string
          kind?: string
          last_code?: string | null
          next_attempt_at?: string
          reason?: string
          recipient_id?: string | null
          session_id?: string
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: 'backend_commands_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'backend_commands_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'backend_commands_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'backend_commands_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      call_records: {
        Row: {
          analysis: Json | null
          answered_by: string
          call_id: string | null
          called_at: string | null
          campaign_candidate_id: string | null
          created_at: string
          disposition: string
          duration_seconds: number | null
          ended_by: string | null
          id: string
          office_id: string | null
          opt_acted: boolean
          opt_intent: string | null
          overdue_at: string | null
          reason: string
          recording_url: string | null
          session_id: string | null
          summary: string
          transport: string
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          analysis?: Json | null
          answered_by?: string
          call_id?: string | null
          called_at?: string | null
          campaign_candidate_id?: string | null
          created_at?: string
          disposition?: string
          duration_seconds?: number | null
          ended_by?: string | null
          id?: string
          office_id?: string | null
          opt_acted?: boolean
          opt_intent?: string | null
          overdue_at?: string | null
          reason?: string
          recording_url?: string | null
          session_id?: string | null
          summary?: string
          transport?: string
          updated_at?: string
        }
        Update: {
          analysis?: Json | null
          answered_by?: string
          call_id?: string | null
          called_at?: string | null
          campaign_candidate_id?: string | null
          created_at?: string
          disposition?: string
          duration_seconds?: number | null
          ended_by?: string | null
          id?: string
          office_id?: string | null
          opt_acted?: boolean
          opt_intent?: string | null
          overdue_at?: string | null
          reason?: string
          recording_url?: string | null
          session_id?: string | null
          summary?: string
          transport?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'call_records_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'call_records_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'call_records_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      call_transcript_messages: {
        Row: {
          body: string
          call_record_id: string
          office_id: string | null
          position: number
          speaker: string
          start_ms: number | null
        }
        ComputedFields: never
        Insert: {
          body: string
          call_record_id: string
          office_id?: string | null
          position: number
          speaker: string
          start_ms?: number | null
        }
        Update: {
          body?: string
          call_record_id?: string
          office_id?: string | null
          position?: number
          speaker?: string
          start_ms?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'call_transcript_messages_call_record_id_fkey'
            columns: ['call_record_id']
            isOneToOne: false
            referencedRelation: 'call_records'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'call_transcript_messages_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_candidate_notes: {
        Row: {
          action_at: string
          action_type: string
          author_id: string | null
          author_name: string
          body: string
          campaign_candidate_id: string
          created_at: string
          id: string
          office_id: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          action_at?: string
          action_type?: string
          author_id?: string | null
          author_name?: string
          body: string
          campaign_candidate_id: string
          created_at?: string
          id?: string
          office_id: string
          updated_at?: string
          version?: number
        }
        Update: {
          action_at?: string
          action_type?: string
          author_id?: string | null
          author_name?: string
          body?: string
          campaign_candidate_id?: string
          created_at?: string
          id?: string
          office_id?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_candidate_notes_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidate_notes_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidate_notes_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_candidates: {
        Row: {
          available_to_work: string
          batch_id: string | null
          call_status: string
          campaign_id: string
          candidate_id: string | null
          card_removed: boolean
          contacted_at: string | null
          contested_status: string | null
          created_at: string
          delivery_changed_at: string
          delivery_code: string | null
          delivery_state: string
          email: string
          exclusion_reason: string | null
          experience: string
          expires_at: string | null
          forename: string
          held_until: string | null
          id: string
          interested: string
          knows_referee: string
          last_contact_at: string | null
          launch_id: string | null
          mobile: string
          office_id: string
          person_id: string | null
          phone_e164: string | null
          session_id: string | null
          source: NonNullable<Json>
          status: string
          status_changed_at: string
          status_trace: Json | null
          surname: string
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          available_to_work?: string
          batch_id?: string | null
          call_status?: string
          campaign_id: string
          candidate_id?: string | null
          card_removed?: boolean
          contacted_at?: string | null
          contested_status?: string | null
          created_at?: string
          delivery_changed_at?: string
          delivery_code?: string | null
          delivery_state?: string
          email?: string
          exclusion_reason?: string | null
          experience?: string
          expires_at?: string | null
          forename?: string
          held_until?: string | null
          id?: string
          interested?: string
          knows_referee?: string
          last_contact_at?: string | null
          launch_id?: string | null
          mobile?: string
          office_id: string
          person_id?: string | null
          phone_e164?: string | null
          session_id?: string | null
          source?: NonNullable<Json>
          status?: string
          status_changed_at?: string
          status_trace?: Json | null
          surname?: string
          updated_at?: string
        }
        Update: {
          available_to_work?: string
          batch_id?: string | null
          call_status?: string
          campaign_id?: string
          candidate_id?: string | null
          card_removed?: boolean
          contacted_at?: string | null
          contested_status?: string | null
          created_at?: string
          delivery_changed_at?: string
          delivery_code?: string | null
          delivery_state?: string
          email?: string
          exclusion_reason?: string | null
          experience?: string
          expires_at?: string | null
          forename?: string
          held_until?: string | null
          id?: string
          interested?: string
          knows_referee?: string
          last_contact_at?: string | null
          launch_id?: string | null
          mobile?: string
          office_id?: string
          person_id?: string | null
          phone_e164?: string | null
          session_id?: string | null
          source?: NonNullable<Json>
          status?: string
          status_changed_at?: string
          status_trace?: Json | null
          surname?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_candidates_batch_id_fkey'
            columns: ['batch_id']
            isOneToOne: false
            referencedRelation: 'launch_batches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates_with_columns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_matrices: {
        Row: {
          call_script: string
          campaign_id: string
          created_at: string
          id: string
          name: string
          objective_key: string
          office_id: string
          position: number
          updated_at: string
          version: number
          whatsapp_message: string
        }
        ComputedFields: never
        Insert: {
          call_script?: string
          campaign_id: string
          created_at?: string
          id?: string
          name: string
          objective_key: string
          office_id: string
          position?: number
          updated_at?: string
          version?: number
          whatsapp_message?: string
        }
        Update: {
          call_script?: string
          campaign_id?: string
          created_at?: string
          id?: string
          name?: string
          objective_key?: string
          office_id?: string
          position?: number
          updated_at?: string
          version?: number
          whatsapp_message?: string
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_matrices_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaign_matrices_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_matrices_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_targets: {
        Row: {
          campaign_id: string
          column_id: string | null
          created_at: string
          description: string
          goal_type: string
          id: string
          kind: string
          name: string
          objective_key: string
          office_id: string
          position: number
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          campaign_id: string
          column_id?: string | null
          created_at?: string
          description?: string
          goal_type?: string
          id?: string
          kind?: string
          name: string
          objective_key: string
          office_id: string
          position?: number
          updated_at?: string
          version?: number
        }
        Update: {
          campaign_id?: string
          column_id?: string | null
          created_at?: string
          description?: string
          goal_type?: string
          id?: string
          kind?: string
          name?: string
          objective_key?: string
          office_id?: string
          position?: number
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'campaign_targets_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaign_targets_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_targets_column_id_fkey'
            columns: ['column_id']
            isOneToOne: false
            referencedRelation: 'candidates_with_columns'
            referencedColumns: ['column_id']
          },
          {
            foreignKeyName: 'campaign_targets_column_id_fkey'
            columns: ['column_id']
            isOneToOne: false
            referencedRelation: 'kanban_columns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_targets_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      campaigns: {
        Row: {
          ai_disclosure: string
          ai_disclosure_waived_by: string | null
          ai_disclosure_waived_reason: string
          audience: NonNullable<Json>
          calling_hours: Json | null
          campaign_key: string
          card_policy: string
          channels: string[]
          consent_basis: string
          contact_active_elsewhere: boolean
          conversations_erased_at: string | null
          copied_from: string | null
          created_at: string
          created_by: string | null
          derived_after: string | null
          derived_version: number
          ends_at: string | null
          error_percent: number | null
          errors_accepted: number
          finished_at: string | null
          first_message_call: string
          first_message_chat: string
          id: string
          job_id: string
          launched_at: string | null
          name: string
          office_id: string
          parts_version: number
          prompt_call: string
          prompt_chat: string
          purpose: string
          rules_version: number
          sent_accepted: number
          slug: string
          starts_at: string | null
          state: string
          state_reason: string
          task_expiry_hours: number | null
          time_zone: string | null
          uid: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          ai_disclosure?: string
          ai_disclosure_waived_by?: string | null
          ai_disclosure_waived_reason?: string
          audience?: NonNullable<Json>
          calling_hours?: Json | null
          campaign_key?: never
          card_policy?: string
          channels?: string[]
          consent_basis?: string
          contact_active_elsewhere?: boolean
          conversations_erased_at?: string | null
          copied_from?: string | null
          created_at?: string
          created_by?: string | null
          derived_after?: string | null
          derived_version?: number
          ends_at?: string | null
          error_percent?: number | null
          errors_accepted?: number
          finished_at?: string | null
          first_message_call?: string
          first_message_chat?: string
          id?: string
          job_id: string
          launched_at?: string | null
          name: string
          office_id: string
          parts_version?: number
          prompt_call?: string
          prompt_chat?: string
          purpose?: string
          rules_version?: number
          sent_accepted?: number
          slug: string
          starts_at?: string | null
          state?: string
          state_reason?: string
          task_expiry_hours?: number | null
          time_zone?: string | null
          uid: string
          updated_at?: string
          version?: number
        }
        Update: {
          ai_disclosure?: string
          ai_disclosure_waived_by?: string | null
          ai_disclosure_waived_reason?: string
          audience?: NonNullable<Json>
          calling_hours?: Json | null
          campaign_key?: never
          card_policy?: string
          channels?: string[]
          consent_basis?: string
          contact_active_elsewhere?: boolean
          conversations_erased_at?: string | null
          copied_from?: string | null
          created_at?: string
          created_by?: string | null
          derived_after?: string | null
          derived_version?: number
          ends_at?: string | null
          error_percent?: number | null
          errors_accepted?: number
          finished_at?: string | null
          first_message_call?: string
          first_message_chat?: string
          id?: string
          job_id?: string
          launched_at?: string | null
          name?: string
          office_id?: string
          parts_version?: number
          prompt_call?: string
          prompt_chat?: string
          purpose?: string
          rules_version?: number
          sent_accepted?: number
          slug?: string
          starts_at?: string | null
          state?: string
          state_reason?: string
          task_expiry_hours?: number | null
          time_zone?: string | null
          uid?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'campaigns_copied_from_fkey'
            columns: ['copied_from']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaigns_copied_from_fkey'
            columns: ['copied_from']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      candidate_notes: {
        Row: {
          action_at: string
          action_type: string
          author_id: string | null
          author_name: string
          body: string
          candidate_id: string
          created_at: string
          id: string
          office_id: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          action_at?: string
          action_type?: string
          author_id?: string | null
          author_name?: string
          body: string
          candidate_id: string
          created_at?: string
          id?: string
          office_id: string
          updated_at?: string
          version?: number
        }
        Update: {
          action_at?: string
          action_type?: string
          author_id?: string | null
          author_name?: string
          body?: string
          candidate_id?: string
          created_at?: string
          id?: string
          office_id?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'candidate_notes_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidate_notes_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates_with_columns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidate_notes_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      candidates: {
        Row: {
          assigned_to: string | null
          created_at: string
          created_by: string | null
          decided_against: string | null
          deciding_recipient_id: string | null
          email: string
          follow_up_on: string | null
          id: string
          job_id: string
          name: string
          office_id: string
          person_id: string | null
          phone_given: string
          position: number
          proposed_status: string | null
          rejection_reason: string
          status: string
          status_changed_at: string
          status_set_by: string
          suggested_status: string | null
          tags: string[]
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          assigned_to?: string | null
          created_at?: string
          created_by?: string | null
          decided_against?: string | null
          deciding_recipient_id?: string | null
          email?: string
          follow_up_on?: string | null
          id?: string
          job_id: string
          name: string
          office_id: string
          person_id?: string | null
          phone_given?: string
          position?: number
          proposed_status?: string | null
          rejection_reason?: string
          status?: string
          status_changed_at?: string
          status_set_by?: string
          suggested_status?: never
          tags?: string[]
          updated_at?: string
          version?: number
        }
        Update: {
          assigned_to?: string | null
          created_at?: string
          created_by?: string | null
          decided_against?: string | null
          deciding_recipient_id?: string | null
          email?: string
          follow_up_on?: string | null
          id?: string
          job_id?: string
          name?: string
          office_id?: string
          person_id?: string | null
          phone_given?: string
          position?: number
          proposed_status?: string | null
          rejection_reason?: string
          status?: string
          status_changed_at?: string
          status_set_by?: string
          suggested_status?: never
          tags?: string[]
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'candidates_assigned_to_fkey'
            columns: ['assigned_to']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_deciding_recipient_id_fkey'
            columns: ['deciding_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_deciding_recipient_id_fkey'
            columns: ['deciding_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_status_fkey'
            columns: ['job_id', 'status']
            isOneToOne: false
            referencedRelation: 'kanban_columns'
            referencedColumns: ['job_id', 'key']
          },
          {
            foreignKeyName: 'candidates_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      contact_slots: {
        Row: {
          active_campaign_id: string | null
          active_recipient_id: string | null
          contact_count: number
          last_contacted_at: string | null
          not_before: string | null
          phone_e164: string
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          active_campaign_id?: string | null
          active_recipient_id?: string | null
          contact_count?: number
          last_contacted_at?: string | null
          not_before?: string | null
          phone_e164: string
          updated_at?: string
        }
        Update: {
          active_campaign_id?: string | null
          active_recipient_id?: string | null
          contact_count?: number
          last_contacted_at?: string | null
          not_before?: string | null
          phone_e164?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'contact_slots_active_campaign_id_fkey'
            columns: ['active_campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'contact_slots_active_campaign_id_fkey'
            columns: ['active_campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'contact_slots_active_recipient_id_fkey'
            columns: ['active_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'contact_slots_active_recipient_id_fkey'
            columns: ['active_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      conversation_reads: {
        Row: {
          conversation_id: string
          read_calls: number
          read_inbound: number
          user_id: string
        }
        ComputedFields: never
        Insert: {
          conversation_id: string
          read_calls?: number
          read_inbound: number
          user_id: string
        }
        Update: {
          conversation_id?: string
          read_calls?: number
          read_inbound?: number
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'conversation_reads_conversation_id_fkey'
            columns: ['conversation_id']
            isOneToOne: false
            referencedRelation: 'conversations'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversation_reads_user_id_fkey'
            columns: ['user_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
        ]
      }
      conversations: {
        Row: {
          assigned_to: string | null
          call_count: number
          campaign_id: string
          ends_in_question: boolean
          id: string
          inbound_count: number
          is_timed: boolean
          job_id: string | null
          known_calls: number
          last_at: string
          last_call_at: string | null
          last_channel: string
          last_direction: string | null
          last_inbound_at: string | null
          last_outcome: string | null
          last_text: string
          message_count: number
          office_id: string
          opted_out: boolean
          phone_key: string | null
          session_over: boolean
          settled_inbound: number | null
          status: string
          suggested: boolean
          taken_over_at: string | null
          taken_over_by: string | null
          waiting: string | null
          who: string
        }
        ComputedFields: never
        Insert: {
          assigned_to?: string | null
          call_count: number
          campaign_id: string
          ends_in_question: boolean
          id: string
          inbound_count: number
          is_timed: boolean
          job_id?: string | null
          known_calls?: number
          last_at: string
          last_call_at?: string | null
          last_channel: string
          last_direction?: string | null
          last_inbound_at?: string | null
          last_outcome?: string | null
          last_text?: string
          message_count: number
          office_id: string
          opted_out?: boolean
          phone_key?: string | null
          session_over?: boolean
          settled_inbound?: number | null
          status: string
          suggested?: boolean
          taken_over_at?: string | null
          taken_over_by?: string | null
          waiting?: never
          who?: string
        }
        Update: {
          assigned_to?: string | null
          call_count?: number
          campaign_id?: string
          ends_in_question?: boolean
          id?: string
          inbound_count?: number
          is_timed?: boolean
          job_id?: string | null
          known_calls?: number
          last_at?: string
          last_call_at?: string | null
          last_channel?: string
          last_direction?: string | null
          last_inbound_at?: string | null
          last_outcome?: string | null
          last_text?: string
          message_count?: number
          office_id?: string
          opted_out?: boolean
          phone_key?: string | null
          session_over?: boolean
          settled_inbound?: number | null
          status?: string
          suggested?: boolean
          taken_over_at?: string | null
          taken_over_by?: string | null
          waiting?: never
          who?: string
        }
        Relationships: [
          {
            foreignKeyName: 'conversations_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'conversations_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversations_id_fkey'
            columns: ['id']
            isOneToOne: true
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversations_id_fkey'
            columns: ['id']
            isOneToOne: true
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversations_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversations_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'conversations_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      data_changes: {
        Row: {
          change_type: string
          changed_at: string
          entity_id: string | null
          entity_type: string
          office_id: string | null
          parent_id: string | null
          seq: number
          xid: unknown
        }
        ComputedFields: never
        Insert: {
          change_type: string
          changed_at?: string
          entity_id?: string | null
          entity_type: string
          office_id?: string | null
          parent_id?: string | null
          seq?: never
          xid?: unknown
        }
        Update: {
          change_type?: string
          changed_at?: string
          entity_id?: string | null
          entity_type?: string
          office_id?: string | null
          parent_id?: string | null
          seq?: never
          xid?: unknown
        }
        Relationships: []
      }
      dataset_candidates: {
        Row: {
          blue_card: boolean | null
          created_at: string
          created_by: string | null
          dataset_id: string
          email: string
          file_row: number | null
          green_card: boolean | null
          id: string
          import_id: string | null
          location: string
          name: string
          notes: string
          office_id: string
          person_id: string | null
          phone_given: string
          postcode: string
          tags: string[]
          trade: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          blue_card?: boolean | null
          created_at?: string
          created_by?: string | null
          dataset_id: string
          email?: string
          file_row?: number | null
          green_card?: boolean | null
          id?: string
          import_id?: string | null
          location?: string
          name: string
          notes?: string
          office_id: string
          person_id?: string | null
          phone_given?: string
          postcode?: string
          tags?: string[]
          trade?: string
          updated_at?: string
          version?: number
        }
        Update: {
          blue_card?: boolean | null
          created_at?: string
          created_by?: string | null
          dataset_id?: string
          email?: string
          file_row?: number | null
          green_card?: boolean | null
          id?: string
          import_id?: string | null
          location?: string
          name?: string
          notes?: string
          office_id?: string
          person_id?: string | null
          phone_given?: string
          postcode?: string
          tags?: string[]
          trade?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'dataset_candidates_dataset_id_fkey'
            columns: ['dataset_id']
            isOneToOne: false
            referencedRelation: 'datasets'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'dataset_candidates_dataset_id_fkey'
            columns: ['dataset_id']
            isOneToOne: false
            referencedRelation: 'datasets_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'dataset_candidates_import_id_fkey'
            columns: ['import_id']
            isOneToOne: false
            referencedRelation: 'imports'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'dataset_candidates_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'dataset_candidates_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      datasets: {
        Row: {
          created_at: string
          created_by: string | null
          description: string
          id: string
          name: string
          office_id: string
          source: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          created_by?: string | null
          description?: string
          id?: string
          name: string
          office_id: string
          source?: string
          updated_at?: string
          version?: number
        }
        Update: {
          created_at?: string
          created_by?: string | null
          description?: string
          id?: string
          name?: string
          office_id?: string
          source?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'datasets_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      erasures: {
        Row: {
          finished_at: string | null
          hmac: string
          id: string
          kind: string
          requested_at: string
          requested_by: string | null
        }
        ComputedFields: never
        Insert: {
          finished_at?: string | null
          hmac: string
          id?: string
          kind: string
          requested_at?: string
          requested_by?: string | null
        }
        Update: {
          finished_at?: string | null
          hmac?: string
          id?: string
          kind?: string
          requested_at?: string
          requested_by?: string | null
        }
        Relationships: []
      }
      import_rows: {
        Row: {
          faults: NonNullable<Json>
          filled: NonNullable<Json>
          given: NonNullable<Json>
          import_id: string
          member_id: string | null
          outcome: string
          row_number: number
        }
        ComputedFields: never
        Insert: {
          faults?: NonNullable<Json>
          filled?: NonNullable<Json>
          given?: NonNullable<Json>
          import_id: string
          member_id?: string | null
          outcome: string
          row_number: number
        }
        Update: {
          faults?: NonNullable<Json>
          filled?: NonNullable<Json>
          given?: NonNullable<Json>
          import_id?: string
          member_id?: string | null
          outcome?: string
          row_number?: number
        }
        Relationships: [
          {
            foreignKeyName: 'import_rows_import_id_fkey'
            columns: ['import_id']
            isOneToOne: false
            referencedRelation: 'imports'
            referencedColumns: ['id']
          },
        ]
      }
      imports: {
        Row: {
          created_at: string
          created_by: string | null
          dataset_id: string
          file_name: string
          finished_at: string | null
          id: string
          mapping: NonNullable<Json>
          office_id: string
          state: string
          total_rows: number
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          created_by?: string | null
          dataset_id: string
          file_name?: string
          finished_at?: string | null
          id?: string
          mapping?: NonNullable<Json>
          office_id: string
          state?: string
          total_rows: number
        }
        Update: {
          created_at?: string
          created_by?: string | null
          dataset_id?: string
          file_name?: string
          finished_at?: string | null
          id?: string
          mapping?: NonNullable<Json>
          office_id?: string
          state?: string
          total_rows?: number
        }
        Relationships: [
          {
            foreignKeyName: 'imports_dataset_id_fkey'
            columns: ['dataset_id']
            isOneToOne: false
            referencedRelation: 'datasets'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'imports_dataset_id_fkey'
            columns: ['dataset_id']
            isOneToOne: false
            referencedRelation: 'datasets_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'imports_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      inbox_marks: {
        Row: {
          read_until: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          read_until: string
          user_id: string
        }
        Update: {
          read_until?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'inbox_marks_user_id_fkey'
            columns: ['user_id']
            isOneToOne: true
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
        ]
      }
      jobs: {
        Row: {
          company: string
          created_at: string
          created_by: string | null
          description: string
          employment_type: string
          id: string
          location: string
          office_id: string
          open_positions: number
          salary_range: string
          state: string
          tags: string[]
          target: number
          title: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          company?: string
          created_at?: string
          created_by?: string | null
          description?: string
          employment_type?: string
          id?: string
          location?: string
          office_id: string
          open_positions?: number
          salary_range?: string
          state?: string
          tags?: string[]
          target?: number
          title: string
          updated_at?: string
          version?: number
        }
        Update: {
          company?: string
          created_at?: string
          created_by?: string | null
          description?: string
          employment_type?: string
          id?: string
          location?: string
          office_id?: string
          open_positions?: number
          salary_range?: string
          state?: string
          tags?: string[]
          target?: number
          title?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'jobs_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      kanban_columns: {
        Row: {
          colour: string
          created_at: string
          id: string
          is_post_hire: boolean
          job_id: string
          key: string
          name: string
          office_id: string
          position: number
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          colour?: string
          created_at?: string
          id?: string
          is_post_hire?: boolean
          job_id: string
          key: string
          name: string
          office_id: string
          position: number
          updated_at?: string
          version?: number
        }
        Update: {
          colour?: string
          created_at?: string
          id?: string
          is_post_hire?: boolean
          job_id?: string
          key?: string
          name?: string
          office_id?: string
          position?: number
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'kanban_columns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'kanban_columns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'kanban_columns_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      kept_writes: {
        Row: {
          id: string
          sent_at: string
          user_id: string
        }
        ComputedFields: never
        Insert: {
          id: string
          sent_at?: string
          user_id: string
        }
        Update: {
          id?: string
          sent_at?: string
          user_id?: string
        }
        Relationships: []
      }
      launch_batches: {
        Row: {
          acknowledgement: Json | null
          answer_code: string | null
          answered_at: string | null
          attempts: number
          campaign_id: string
          claimed_by: string | null
          created_at: string
          first_posted_at: string | null
          id: string
          in_doubt: boolean
          last_answer: string | null
          last_code: string | null
          last_status: number | null
          launch_id: string
          lease_until: string | null
          moved_from: string | null
          next_attempt_at: string
          payload_hash: string | null
          position: number
          posting_since: string | null
          reconcile_at: string | null
          reconciles: number
          resends: number
          state: string
          tasks: Json | null
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          acknowledgement?: Json | null
          answer_code?: string | null
          answered_at?: string | null
          attempts?: number
          campaign_id: string
          claimed_by?: string | null
          created_at?: string
          first_posted_at?: string | null
          id?: string
          in_doubt?: boolean
          last_answer?: string | null
          last_code?: string | null
          last_status?: number | null
          launch_id: string
          lease_until?: string | null
          moved_from?: string | null
          next_attempt_at?: string
          payload_hash?: string | null
          position: number
          posting_since?: string | null
          reconcile_at?: string | null
          reconciles?: number
          resends?: number
          state?: string
          tasks?: Json | null
          updated_at?: string
        }
        Update: {
          acknowledgement?: Json | null
          answer_code?: string | null
          answered_at?: string | null
          attempts?: number
          campaign_id?: string
          claimed_by?: string | null
          created_at?: string
          first_posted_at?: string | null
          id?: string
          in_doubt?: boolean
          last_answer?: string | null
          last_code?: string | null
          last_status?: number | null
          launch_id?: string
          lease_until?: string | null
          moved_from?: string | null
          next_attempt_at?: string
          payload_hash?: string | null
          position?: number
          posting_since?: string | null
          reconcile_at?: string | null
          reconciles?: number
          resends?: number
          state?: string
          tasks?: Json | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'launch_batches_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'launch_batches_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'launch_batches_launch_id_fkey'
            columns: ['launch_id']
            isOneToOne: false
            referencedRelation: 'launches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'launch_batches_moved_from_fkey'
            columns: ['moved_from']
            isOneToOne: false
            referencedRelation: 'launch_batches'
            referencedColumns: ['id']
          },
        ]
      }
      launches: {
        Row: {
          campaign_id: string
          content_digest: string
          created_at: string
          id: string
          office_id: string
          payload: NonNullable<Json>
          preview_hash: string
          requested_by: string | null
        }
        ComputedFields: never
        Insert: {
          campaign_id: string
          content_digest?: string
          created_at?: string
          id?: string
          office_id: string
          payload: NonNullable<Json>
          preview_hash: string
          requested_by?: string | null
        }
        Update: {
          campaign_id?: string
          content_digest?: string
          created_at?: string
          id?: string
          office_id?: string
          payload?: NonNullable<Json>
          preview_hash?: string
          requested_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'launches_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: true
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'launches_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: true
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'launches_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      objective_events: {
        Row: {
          campaign_candidate_id: string | null
          event_id: number
          new_value: Json | null
          objective_key: string
          occurred_at: string | null
          office_id: string | null
          old_value: Json | null
          session_id: string
          source: string
        }
        ComputedFields: never
        Insert: {
          campaign_candidate_id?: string | null
          event_id: number
          new_value?: Json | null
          objective_key: string
          occurred_at?: string | null
          office_id?: string | null
          old_value?: Json | null
          session_id: string
          source?: string
        }
        Update: {
          campaign_candidate_id?: string | null
          event_id?: number
          new_value?: Json | null
          objective_key?: string
          occurred_at?: string | null
          office_id?: string | null
          old_value?: Json | null
          session_id?: string
          source?: string
        }
        Relationships: [
          {
            foreignKeyName: 'objective_events_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'objective_events_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'objective_events_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      offices: {
        Row: {
          created_at: string
          default_country: string
          id: string
          name: string
          time_zone: string
          version: number
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          default_country?: string
          id?: string
          name: string
          time_zone?: string
          version?: number
        }
        Update: {
          created_at?: string
          default_country?: string
          id?: string
          name?: string
          time_zone?: string
          version?: number
        }
        Relationships: []
      }
      people: {
        Row: {
          created_at: string
          id: string
          merged_into: string | null
          other_identities: NonNullable<Json>
          phone_e164: string | null
          phone_given: string | null
          phone_valid: boolean
          time_zone: string | null
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          id?: string
          merged_into?: string | null
          other_identities?: NonNullable<Json>
          phone_e164?: string | null
          phone_given?: string | null
          phone_valid?: boolean
          time_zone?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          id?: string
          merged_into?: string | null
          other_identities?: NonNullable<Json>
          phone_e164?: string | null
          phone_given?: string | null
          phone_valid?: boolean
          time_zone?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'people_merged_into_fkey'
            columns: ['merged_into']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      people_segments: {
        Row: {
          created_at: string
          filter: NonNullable<Json>
          id: string
          name: string
          office_id: string
          owner_id: string
          shared: boolean
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          filter: NonNullable<Json>
          id: string
          name: string
          office_id: string
          owner_id?: string
          shared?: boolean
          updated_at?: string
        }
        Update: {
          created_at?: string
          filter?: NonNullable<Json>
          id?: string
          name?: string
          office_id?: string
          owner_id?: string
          shared?: boolean
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'people_segments_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'people_segments_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
        ]
      }
      person_offices: {
        Row: {
          office_id: string
          person_id: string
        }
        ComputedFields: never
        Insert: {
          office_id: string
          person_id: string
        }
        Update: {
          office_id?: string
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'person_offices_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'person_offices_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      profile_offices: {
        Row: {
          office_id: string
          profile_id: string
        }
        ComputedFields: never
        Insert: {
          office_id: string
          profile_id: string
        }
        Update: {
          office_id?: string
          profile_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'profile_offices_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'profile_offices_profile_id_fkey'
            columns: ['profile_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
        ]
      }
      profiles: {
        Row: {
          active: boolean
          created_at: string
          email: string
          full_name: string
          id: string
          role: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Insert: {
          active?: boolean
          created_at?: string
          email: string
          full_name?: string
          id: string
          role?: string
          updated_at?: string
          version?: number
        }
        Update: {
          active?: boolean
          created_at?: string
          email?: string
          full_name?: string
          id?: string
          role?: string
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      session_evidence: {
        Row: {
          answered_calls: number
          backend_campaign: string | null
          call_count: number
          campaign_slugs: string[]
          created_at: string
          gone: boolean
          inbound_count: number
          last_contact_at: string | null
          last_inbound_at: string | null
          last_inbound_chat_id: number | null
          match_keys: NonNullable<Json>
          matched_by: string
          next_reminder_at: string | null
          objectives: NonNullable<Json>
          office_id: string | null
          opt_acted_chat_id: number | null
          opt_chat_id: number | null
          opt_intent: string | null
          outbound_count: number
          phones: string[]
          recipient_id: string | null
          rematch: boolean
          session_id: string
          session_status: string
          updated_at: string
        }
        ComputedFields: never
        Insert: {
          answered_calls?: number
          backend_campaign?: string | null
          call_count?: number
          campaign_slugs?: string[]
          created_at?: string
          gone?: boolean
          inbound_count?: number
          last_contact_at?: string | null
          last_inbound_at?: string | null
          last_inbound_chat_id?: number | null
          match_keys?: NonNullable<Json>
          matched_by: string
          next_reminder_at?: string | null
          objectives?: NonNullable<Json>
          office_id?: string | null
          opt_acted_chat_id?: number | null
          opt_chat_id?: number | null
          opt_intent?: string | null
          outbound_count?: number
          phones?: string[]
          recipient_id?: string | null
          rematch?: boolean
          session_id: string
          session_status?: string
          updated_at?: string
        }
        Update: {
          answered_calls?: number
          backend_campaign?: string | null
          call_count?: number
          campaign_slugs?: string[]
          created_at?: string
          gone?: boolean
          inbound_count?: number
          last_contact_at?: string | null
          last_inbound_at?: string | null
          last_inbound_chat_id?: number | null
          match_keys?: NonNullable<Json>
          matched_by?: string
          next_reminder_at?: string | null
          objectives?: NonNullable<Json>
          office_id?: string | null
          opt_acted_chat_id?: number | null
          opt_chat_id?: number | null
          opt_intent?: string | null
          outbound_count?: number
          phones?: string[]
          recipient_id?: string | null
          rematch?: boolean
          session_id?: string
          session_status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'session_evidence_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'session_evidence_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'session_evidence_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      session_links: {
        Row: {
          linked_at: string
          linked_by: string | null
          recipient_id: string
          session_id: string
        }
        ComputedFields: never
        Insert: {
          linked_at?: string
          linked_by?: string | null
          recipient_id: string
          session_id: string
        }
        Update: {
          linked_at?: string
          linked_by?: string | null
          recipient_id?: string
          session_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'session_links_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'session_links_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      settings: {
        Row: {
          key: string
          updated_at: string
          updated_by: string | null
          value: NonNullable<Json>
        }
        ComputedFields: never
        Insert: {
          key: string
          updated_at?: string
          updated_by?: string | null
          value: NonNullable<Json>
        }
        Update: {
          key?: string
          updated_at?: string
          updated_by?: string | null
          value?: NonNullable<Json>
        }
        Relationships: []
      }
      status_events: {
        Row: {
          actor_id: string | null
          candidate_id: string | null
          from_status: string | null
          id: number
          occurred_at: string
          office_id: string | null
          recipient_id: string | null
          set_by: string
          to_status: string
          trace: NonNullable<Json>
        }
        ComputedFields: never
        Insert: {
          actor_id?: string | null
          candidate_id?: string | null
          from_status?: string | null
          id?: never
          occurred_at?: string
          office_id?: string | null
          recipient_id?: string | null
          set_by: string
          to_status: string
          trace?: NonNullable<Json>
        }
        Update: {
          actor_id?: string | null
          candidate_id?: string | null
          from_status?: string | null
          id?: never
          occurred_at?: string
          office_id?: string | null
          recipient_id?: string | null
          set_by?: string
          to_status?: string
          trace?: NonNullable<Json>
        }
        Relationships: [
          {
            foreignKeyName: 'status_events_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'status_events_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates_with_columns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'status_events_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'status_events_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'status_events_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      status_rules: {
        Row: {
          campaign_id: string
          is_refusal: boolean
          objective_key: string
          position: number
          rank: number
          rules_version: number
          status: string
        }
        ComputedFields: never
        Insert: {
          campaign_id: string
          is_refusal?: boolean
          objective_key: string
          position: number
          rank: number
          rules_version: number
          status: string
        }
        Update: {
          campaign_id?: string
          is_refusal?: boolean
          objective_key?: string
          position?: number
          rank?: number
          rules_version?: number
          status?: string
        }
        Relationships: [
          {
            foreignKeyName: 'status_rules_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'status_rules_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
        ]
      }
      suppressions: {
        Row: {
          created_at: string
          created_by: string | null
          id: string
          lifted_at: string | null
          lifted_by: string | null
          lifted_reason: string | null
          note: string
          phone_e164: string
          reason: string
          said_at: string | null
          said_too: boolean
          session_id: string | null
          source: string
        }
        ComputedFields: never
        Insert: {
          created_at?: string
          created_by?: string | null
          id?: string
          lifted_at?: string | null
          lifted_by?: string | null
          lifted_reason?: string | null
          note?: string
          phone_e164: string
          reason: string
          said_at?: string | null
          said_too?: boolean
          session_id?: string | null
          source?: string
        }
        Update: {
          created_at?: string
          created_by?: string | null
          id?: string
          lifted_at?: string | null
          lifted_by?: string | null
          lifted_reason?: string | null
          note?: string
          phone_e164?: string
          reason?: string
          said_at?: string | null
          said_too?: boolean
          session_id?: string | null
          source?: string
        }
        Relationships: []
      }
      sync_cursors: {
        Row: {
          applied_at: string | null
          attempted_at: string | null
          checked_at: string | null
          cursor: Json | null
          failures: number
          id: string
          last_error: string | null
          last_error_at: string | null
          last_error_detail: string | null
          lease_owner: string | null
          lease_until: string | null
          paused_reason: string | null
          retry_at: string | null
          unfinished: boolean
          version: number
        }
        ComputedFields: never
        Insert: {
          applied_at?: string | null
          attempted_at?: string | null
          checked_at?: string | null
          cursor?: Json | null
          failures?: number
          id: string
          last_error?: string | null
          last_error_at?: string | null
          last_error_detail?: string | null
          lease_owner?: string | null
          lease_until?: string | null
          paused_reason?: string | null
          retry_at?: string | null
          unfinished?: boolean
          version?: number
        }
        Update: {
          applied_at?: string | null
          attempted_at?: string | null
          checked_at?: string | null
          cursor?: Json | null
          failures?: number
          id?: string
          last_error?: string | null
          last_error_at?: string | null
          last_error_detail?: string | null
          lease_owner?: string | null
          lease_until?: string | null
          paused_reason?: string | null
          retry_at?: string | null
          unfinished?: boolean
          version?: number
        }
        Relationships: []
      }
      sync_issues: {
        Row: {
          alike: string | null
          details: NonNullable<Json>
          first_seen_at: string
          id: string
          item: string
          kind: string
          last_seen_at: string
          office_id: string | null
          raw: string | null
          recipient_id: string | null
          resolution: Json | null
          resolved_at: string | null
          resolved_by: string | null
          session_id: string | null
          state: string
          summary: string
        }
        ComputedFields: never
        Insert: {
          alike?: never
          details?: NonNullable<Json>
          first_seen_at?: string
          id?: string
          item?: string
          kind: string
          last_seen_at?: string
          office_id?: string | null
          raw?: string | null
          recipient_id?: string | null
          resolution?: Json | null
          resolved_at?: string | null
          resolved_by?: string | null
          session_id?: string | null
          state?: string
          summary: string
        }
        Update: {
          alike?: never
          details?: NonNullable<Json>
          first_seen_at?: string
          id?: string
          item?: string
          kind?: string
          last_seen_at?: string
          office_id?: string | null
          raw?: string | null
          recipient_id?: string | null
          resolution?: Json | null
          resolved_at?: string | null
          resolved_by?: string | null
          session_id?: string | null
          state?: string
          summary?: string
        }
        Relationships: [
          {
            foreignKeyName: 'sync_issues_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'sync_issues_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'sync_issues_recipient_id_fkey'
            columns: ['recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
        ]
      }
      sync_put_aside: {
        Row: {
          alike: string
          id: string
          kind: string
          office_id: string | null
          set_at: string
          set_by: string | null
        }
        ComputedFields: never
        Insert: {
          alike: string
          id?: string
          kind: string
          office_id?: string | null
          set_at?: string
          set_by?: string | null
        }
        Update: {
          alike?: string
          id?: string
          kind?: string
          office_id?: string | null
          set_at?: string
          set_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'sync_put_aside_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      sync_runs: {
        Row: {
          calls_written: number
          cards_changed: number
          error_code: string | null
          finished_at: string | null
          id: string
          matched: number
          messages_written: number
          mode: string
          pages: number
          requests: number
          sessions_read: number
          set_aside: number
          started_at: string
          state: string
          statuses_changed: number
          trigger: string
          unmatched: number
        }
        ComputedFields: never
        Insert: {
          calls_written?: number
          cards_changed?: number
          error_code?: string | null
          finished_at?: string | null
          id?: string
          matched?: number
          messages_written?: number
          mode?: string
          pages?: number
          requests?: number
          sessions_read?: number
          set_aside?: number
          started_at?: string
          state?: string
          statuses_changed?: number
          trigger?: string
          unmatched?: number
        }
        Update: {
          calls_written?: number
          cards_changed?: number
          error_code?: string | null
          finished_at?: string | null
          id?: string
          matched?: number
          messages_written?: number
          mode?: string
          pages?: number
          requests?: number
          sessions_read?: number
          set_aside?: number
          started_at?: string
          state?: string
          statuses_changed?: number
          trigger?: string
          unmatched?: number
        }
        Relationships: []
      }
      whatsapp_messages: {
        Row: {
          body: string
          campaign_candidate_id: string | null
          chat_id: number | null
          created_at: string
          delivery_status: string | null
          direction: string
          failure_reason: string | null
          hidden: boolean
          id: string
          intent: string | null
          kind: string
          office_id: string | null
          raw: Json | null
          sent_at: string | null
          session_id: string | null
          time_certainty: string
        }
        ComputedFields: never
        Insert: {
          body?: string
          campaign_candidate_id?: string | null
          chat_id?: number | null
          created_at?: string
          delivery_status?: string | null
          direction: string
          failure_reason?: string | null
          hidden?: boolean
          id?: string
          intent?: string | null
          kind?: string
          office_id?: string | null
          raw?: Json | null
          sent_at?: string | null
          session_id?: string | null
          time_certainty?: string
        }
        Update: {
          body?: string
          campaign_candidate_id?: string | null
          chat_id?: number | null
          created_at?: string
          delivery_status?: string | null
          direction?: string
          failure_reason?: string | null
          hidden?: boolean
          id?: string
          intent?: string | null
          kind?: string
          office_id?: string | null
          raw?: Json | null
          sent_at?: string | null
          session_id?: string | null
          time_certainty?: string
        }
        Relationships: [
          {
            foreignKeyName: 'whatsapp_messages_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'whatsapp_messages_campaign_candidate_id_fkey'
            columns: ['campaign_candidate_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'whatsapp_messages_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Views: {
      campaign_candidates_with_stats: {
        Row: {
          answered_calls: number | null
          available_to_work: string
          batch_id: string | null
          call_count: number | null
          call_status: string
          campaign_id: string
          candidate_id: string | null
          contested_status: string | null
          created_at: string
          delivery_changed_at: string
          delivery_code: string | null
          delivery_state: string
          email: string
          exclusion_reason: string | null
          experience: string
          expires_at: string | null
          forename: string
          full_name: string | null
          held_until: string | null
          id: string
          inbound_count: number | null
          interested: string
          knows_referee: string
          last_contact_at: string | null
          last_direction: string | null
          last_inbound_at: string | null
          last_message: string | null
          last_message_at: string | null
          launch_id: string | null
          message_count: number | null
          mobile: string
          office_id: string
          person_id: string | null
          phone_e164: string | null
          session_id: string | null
          source: NonNullable<Json>
          status: string
          status_changed_at: string
          status_trace: Json | null
          surname: string
          updated_at: string
        }
        ComputedFields: never
        Relationships: [
          {
            foreignKeyName: 'campaign_candidates_batch_id_fkey'
            columns: ['batch_id']
            isOneToOne: false
            referencedRelation: 'launch_batches'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_candidate_id_fkey'
            columns: ['candidate_id']
            isOneToOne: false
            referencedRelation: 'candidates_with_columns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaign_candidates_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      campaign_summary_stats: {
        Row: {
          campaign_id: string
          channels: string[]
          confirmed: number | null
          contacted: number | null
          created_at: string
          ends_at: string | null
          excluded: number | null
          failed: number | null
          held: number | null
          hired: number | null
          interested: number | null
          interested_or_further: number | null
          interview: number | null
          job_id: string
          last_contact_at: string | null
          launched_at: string | null
          name: string
          office_id: string
          other_statuses: number | null
          planned: number | null
          rejected: number | null
          sent: number | null
          starts_at: string | null
          state: string
          state_reason: string
          unconfirmed: number | null
          waiting: number | null
        }
        ComputedFields: never
        Relationships: [
          {
            foreignKeyName: 'campaigns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'campaigns_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      candidates_with_columns: {
        Row: {
          assigned_name: string | null
          assigned_to: string | null
          available_to_work: string | null
          call_count: number | null
          campaign_id: string | null
          column_colour: string
          column_id: string
          column_name: string
          column_position: number
          created_at: string
          created_by: string | null
          decided_against: string | null
          deciding_recipient_id: string | null
          email: string
          follow_up_on: string | null
          id: string
          interested: string | null
          is_post_hire: boolean
          job_id: string
          last_direction: string | null
          last_message: string | null
          last_message_at: string | null
          message_count: number | null
          name: string
          office_id: string
          person_id: string | null
          phone_e164: string | null
          phone_given: string
          phone_valid: boolean | null
          position: number
          proposed_status: string | null
          rejection_reason: string
          status: string
          status_changed_at: string
          status_set_by: string
          status_trace: Json | null
          suggested_status: string | null
          tags: string[]
          updated_at: string
          version: number
        }
        ComputedFields: never
        Relationships: [
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaign_summary_stats'
            referencedColumns: ['campaign_id']
          },
          {
            foreignKeyName: 'campaign_candidates_campaign_id_fkey'
            columns: ['campaign_id']
            isOneToOne: false
            referencedRelation: 'campaigns'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_assigned_to_fkey'
            columns: ['assigned_to']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_deciding_recipient_id_fkey'
            columns: ['deciding_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_deciding_recipient_id_fkey'
            columns: ['deciding_recipient_id']
            isOneToOne: false
            referencedRelation: 'campaign_candidates_with_stats'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_fkey'
            columns: ['job_id']
            isOneToOne: false
            referencedRelation: 'jobs_with_counts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_job_id_status_fkey'
            columns: ['job_id', 'status']
            isOneToOne: false
            referencedRelation: 'kanban_columns'
            referencedColumns: ['job_id', 'key']
          },
          {
            foreignKeyName: 'candidates_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'candidates_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'people'
            referencedColumns: ['id']
          },
        ]
      }
      datasets_with_counts: {
        Row: {
          created_at: string
          created_by: string | null
          description: string
          id: string
          members: number | null
          name: string
          office_id: string
          source: string
          updated_at: string
          version: number
          without_phone: number | null
        }
        ComputedFields: never
        Relationships: [
          {
            foreignKeyName: 'datasets_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
      jobs_with_counts: {
        Row: {
          campaigns: number | null
          candidates: number | null
          company: string
          created_at: string
          created_by: string | null
          description: string
          employment_type: string
          hired: number | null
          id: string
          location: string
          office_id: string
          open_positions: number
          running_campaigns: number | null
          salary_range: string
          state: string
          suggestions: number | null
          tags: string[]
          target: number
          title: string
          updated_at: string
          version: number
        }
        ComputedFields: never
        Relationships: [
          {
            foreignKeyName: 'jobs_office_id_fkey'
            columns: ['office_id']
            isOneToOne: false
            referencedRelation: 'offices'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Functions: {
      add_card: {
        Args: {
          p_email?: string
          p_id: string
          p_job: string
          p_name: string
          p_phone_e164: string
          p_phone_given: string
          p_phone_valid: boolean
          p_status?: string
        }
        Returns: Json
      }
      add_column: {
        Args: {
          p_after?: string
          p_colour: string
          p_id: string
          p_is_post_hire: boolean
          p_job: string
          p_name: string
        }
        Returns: Json
      }
      add_member: {
        Args: {
          p_dataset: string
          p_fields?: Json
          p_id: string
          p_name: string
          p_phone_e164: string
          p_phone_given: string
          p_phone_valid: boolean
        }
        Returns: Json
      }
      add_members_to_campaign: {
        Args: { p_campaign: string; p_dataset: string; p_members: string[]; p_search: string }
        Returns: Json
      }
      add_opt_out: { Args: { p_note: string; p_phone: string; p_reason: string }; Returns: Json }
      add_profile: {
        Args: {
          p_actor: string
          p_email: string
          p_full_name: string
          p_id: string
          p_offices: string[]
          p_role: string
        }
        Returns: Json
      }
      allow_active_elsewhere: { Args: { p_allowed: boolean; p_campaign: string }; Returns: Json }
      allow_recording_host: { Args: { p_host: string }; Returns: undefined }
      assign_conversation: { Args: { p_id: string; p_to: string }; Returns: undefined }
      audience_people: { Args: { p_campaign: string; p_people: string[] }; Returns: Json }
      begin_post: {
        Args: { p_batch: string; p_claim: string; p_payload_hash: string }
        Returns: Json
      }
      begin_test_send: {
        Args: { p_actor: string; p_campaign: string; p_phone: string }
        Returns: Json
      }
      board_counts: { Args: { p_job: string }; Returns: Json }
      board_tags: { Args: { p_job: string }; Returns: Json }
      bridge_metrics: { Args: Record<PropertyKey, never>; Returns: Json }
      campaign_accounting: { Args: { p_campaign: string }; Returns: Json }
      campaign_costs: { Args: { p_campaign: string }; Returns: Json }
      campaign_results: { Args: { p_campaign: string }; Returns: Json }
      campaign_source: { Args: { p_campaign: string }; Returns: Json }
      campaign_sources: { Args: { p_campaign: string }; Returns: Json }
      campaign_timeline: { Args: { p_campaign: string }; Returns: Json }
      campaign_trends: { Args: { p_campaigns: string[]; p_days?: number }; Returns: Json }
      change_cards: {
        Args: { p_cards: Json; p_change: Json; p_id: string; p_job: string }
        Returns: Json
      }
      change_draft_people: {
        Args: { p_add: string[]; p_campaign: string; p_remove?: string[] }
        Returns: Json
      }
      claim_batches: {
        Args: { p_lease?: string; p_limit?: number; p_worker: string }
        Returns: Json
      }
      claim_commands: { Args: { p_kind?: string; p_limit?: number }; Returns: Json }
      confirm_retention: {
        Args: {
          p_conversation_months: number
          p_inactive_months: number
          p_seen_conversations: number
          p_seen_people: number
        }
        Returns: Json
      }
      conversation_state: { Args: { p_id: string }; Returns: Json }
      copy_members: {
        Args: {
          p_after?: string
          p_dataset: string
          p_limit?: number
          p_members: string[]
          p_move: boolean
          p_search: string
          p_to: string
        }
        Returns: Json
      }
      count_conversations: { Args: { p_filter?: Json }; Returns: Json }
      create_campaign_draft: {
        Args: { p_id: string; p_job: string; p_name: string; p_slug: string; p_uid: string }
        Returns: Json
      }
      decide_suggestion: {
        Args: { p_candidate: string; p_decision: string; p_version: number }
        Returns: Json
      }
      default_rules: { Args: Record<PropertyKey, never>; Returns: Json }
      delete_campaign_draft: { Args: { p_campaign: string; p_version: number }; Returns: Json }
      delete_column: {
        Args: { p_column: string; p_id: string; p_to: string; p_version: number }
        Returns: Json
      }
      delete_dataset: { Args: { p_dataset: string }; Returns: undefined }
      delete_segment: { Args: { p_id: string }; Returns: undefined }
      describe_sync_issues: { Args: { p_issues: string[] }; Returns: Json }
      dismiss_sync_issue: { Args: { p_issue: string }; Returns: Json }
      dismiss_sync_issues: { Args: { p_issues: string[] }; Returns: Json }
      due_reconciles: {
        Args: { p_lease?: string; p_limit?: number; p_worker: string }
        Returns: Json
      }
      duplicate_campaign: {
        Args: {
          p_campaign: string
          p_id: string
          p_name: string
          p_slug: string
          p_uid: string
          p_without_contacted?: boolean
        }
        Returns: Json
      }
      erase_person: { Args: { p_person: string }; Returns: Json }
      export_person: { Args: { p_person: string }; Returns: Json }
      find_audience_people: {
        Args: { p_campaign: string; p_limit?: number; p_search: string }
        Returns: Json
      }
      finish_campaigns: { Args: Record<PropertyKey, never>; Returns: number }
      finish_commands: { Args: { p_done: string[]; p_failed?: Json }; Returns: undefined }
      finish_erasures: { Args: Record<PropertyKey, never>; Returns: number }
      finish_import: { Args: { p_import: string }; Returns: Json }
      finish_post: { Args: { p_batch: string; p_claim: string; p_outcome: Json }; Returns: Json }
      import_rows: { Args: { p_import: string; p_rows: Json }; Returns: Json }
      is_suppressed: { Args: { p_phone: string }; Returns: boolean }
      known_phones: { Args: { p_dataset: string; p_phones: string[] }; Returns: Json }
      launch_campaign: {
        Args: {
          p_actor: string
          p_campaign: string
          p_payload: Json
          p_preview_hash: string
          p_rules: Json
          p_source_digest: string
        }
        Returns: Json
      }
      lift_opt_out: { Args: { p_id: string; p_reason: string }; Returns: undefined }
      list_behind: {
        Args: { p_figure: string; p_filter?: Json; p_page?: number; p_size?: number }
        Returns: Json
      }
      list_calls: {
        Args: { p_filter?: Json; p_page?: number; p_size?: number; p_sort?: string }
        Returns: Json
      }
      list_conversations: {
        Args: { p_after?: Json; p_filter?: Json; p_limit?: number }
        Returns: Json
      }
      list_duplicates: {
        Args: { p_office?: string; p_page?: number; p_page_size?: number; p_person?: string }
        Returns: Json
      }
      list_erasures: { Args: Record<PropertyKey, never>; Returns: Json }
      list_needs: { Args: { p_office?: string }; Returns: Json }
      list_notes: { Args: { p_id: string; p_kind: string }; Returns: Json }
      list_opt_outs: {
        Args: { p_offset?: number; p_reason?: string; p_search?: string; p_state?: string }
        Returns: Json
      }
      list_progress: { Args: { p_office?: string }; Returns: Json }
      list_put_aside: { Args: Record<PropertyKey, never>; Returns: Json }
      list_sync_issues: {
        Args: { p_kind?: string; p_page?: number; p_size?: number }
        Returns: Json
      }
      mark_conversation: { Args: { p_id: string; p_read: boolean }; Returns: undefined }
      mark_distinct: {
        Args: { p_distinct?: boolean; p_one: string; p_other: string }
        Returns: undefined
      }
      mark_inbox_read: { Args: Record<PropertyKey, never>; Returns: undefined }
      merge_people: { Args: { p_id: string; p_keep: string; p_merge: string }; Returns: Json }
      move_card: {
        Args: {
          p_candidate: string
          p_position: number
          p_reason?: string
          p_status: string
          p_version: number
        }
        Returns: Json
      }
      note_audit_export: { Args: { p_rows: number }; Returns: undefined }
      note_campaign_export: { Args: { p_campaign: string; p_rows: number }; Returns: undefined }
      note_export: { Args: { p_dataset: string; p_rows: number }; Returns: undefined }
      note_overdue_calls: { Args: { p_limit?: number }; Returns: number }
      office_trend: { Args: { p_days?: number; p_office?: string }; Returns: Json }
      order_columns: { Args: { p_job: string; p_keys: string[]; p_seen: string[] }; Returns: Json }
      people_tags: { Args: { p_office?: string }; Returns: Json }
      person_record: { Args: { p_person: string }; Returns: Json }
      play_recording: { Args: { p_call: string }; Returns: Json }
      poll_changes: { Args: { p_cursor?: Json }; Returns: Json }
      pool_imports: { Args: { p_dataset: string }; Returns: Json }
      preview_campaign: { Args: { p_campaign: string }; Returns: Json }
      preview_duplicates: {
        Args: { p_campaign: string; p_limit?: number; p_offset?: number }
        Returns: Json
      }
      preview_excluded: {
        Args: { p_campaign: string; p_limit?: number; p_offset?: number; p_reason?: string }
        Returns: Json
      }
      preview_retention: {
        Args: { p_conversation_months: number; p_inactive_months: number }
        Returns: Json
      }
      preview_status_rules: { Args: { p_campaign: string; p_rules: Json }; Returns: Json }
      preview_undo_import: { Args: { p_import: string }; Returns: Json }
      prune_changes: { Args: { p_keep?: string; p_limit?: number }; Returns: number }
      prune_kept_writes: { Args: { p_keep?: string; p_limit?: number }; Returns: number }
      put_aside_alike: { Args: { p_alike: string; p_kind: string }; Returns: Json }
      recipient_delivery: { Args: { p_recipient: string }; Returns: Json }
      reconcile_batch: {
        Args: { p_batch: string; p_claim: string; p_existing: string[]; p_receiver: string }
        Returns: Json
      }
      record_receiver_test: {
        Args: { p_actor: string; p_code: string; p_idempotent: boolean; p_receiver: string }
        Returns: undefined
      }
      recording_plays: { Args: { p_call: string }; Returns: Json }
      refresh_statistics: { Args: { p_minutes?: number }; Returns: boolean }
      rejected_rows: {
        Args: { p_after?: number; p_import: string; p_limit?: number }
        Returns: Json
      }
      release_batch: {
        Args: { p_batch: string; p_claim: string; p_code: string; p_delay_seconds: number }
        Returns: undefined
      }
      remove_card: { Args: { p_candidate: string; p_version: number }; Returns: Json }
      remove_members: { Args: { p_members: string[] }; Returns: number }
      remove_recording_host: { Args: { p_host: string }; Returns: undefined }
      rename_campaign_draft: {
        Args: { p_campaign: string; p_name: string; p_slug: string; p_version: number }
        Returns: Json
      }
      resolve_sync_issue: { Args: { p_issue: string; p_recipient: string }; Returns: Json }
      retention_slice: { Args: { p_conversations?: number; p_people?: number }; Returns: Json }
      retry_campaign: {
        Args: { p_actor: string; p_campaign: string; p_scope: string }
        Returns: Json
      }
      save_calling_hours: { Args: { p_hours: Json }; Returns: undefined }
      save_campaign_parts: {
        Args: { p_campaign: string; p_matrices?: Json; p_targets?: Json; p_version: number }
        Returns: Json
      }
      save_contact_limits: {
        Args: { p_cool_down_days: number; p_max_contacts: number; p_period_days: number }
        Returns: undefined
      }
      save_costs: { Args: { p_costs: Json }; Returns: undefined }
      save_default_rules: { Args: { p_rules: Json; p_version: number }; Returns: Json }
      save_office: {
        Args: {
          p_default_country: string
          p_name: string
          p_office: string
          p_time_zone: string
          p_version: number
        }
        Returns: Json
      }
      save_profile: {
        Args: {
          p_full_name: string
          p_offices: string[]
          p_profile: string
          p_role: string
          p_version: number
        }
        Returns: Json
      }
      save_segment: {
        Args: { p_filter: Json; p_id: string; p_name: string; p_office: string; p_shared: boolean }
        Returns: undefined
      }
      save_status_rules: {
        Args: { p_campaign: string; p_rules: Json; p_version: number }
        Returns: Json
      }
      search_people: {
        Args: {
          p_office?: string
          p_page?: number
          p_page_size?: number
          p_place?: string
          p_query?: string
          p_tag?: string
        }
        Returns: Json
      }
      segment_size: { Args: { p_campaign: string; p_segment: string }; Returns: number }
      send_kept_write: { Args: { p_body: Json; p_id: string; p_kind: string }; Returns: Json }
      set_campaign_state: {
        Args: { p_action: string; p_actor: string; p_campaign: string }
        Returns: Json
      }
      set_person_time_zone: { Args: { p_person: string; p_time_zone: string }; Returns: undefined }
      set_profile_active: { Args: { p_active: boolean; p_profile: string }; Returns: Json }
      set_recipient_status: { Args: { p_recipient: string; p_status: string }; Returns: Json }
      set_sending_paused: { Args: { p_actor: string; p_reason: string }; Returns: undefined }
      settle_conversation: { Args: { p_id: string; p_settled: boolean }; Returns: undefined }
      settle_existing: {
        Args: { p_batch: string; p_claim: string; p_existing: string[] }
        Returns: Json
      }
      start_campaign: { Args: Record<PropertyKey, never>; Returns: Json }
      start_import: {
        Args: {
          p_dataset: string
          p_file_name: string
          p_id: string
          p_mapping: Json
          p_total_rows: number
        }
        Returns: Json
      }
      status_rules_of: { Args: { p_campaign: string }; Returns: Json }
      suggest_recipients: { Args: { p_issue: string }; Returns: Json }
      sync_apply: { Args: { p_apply: Json }; Returns: Json }
      sync_begin: {
        Args: { p_force?: boolean; p_owner: string; p_trigger?: string }
        Returns: Json
      }
      sync_begin_recipient: { Args: { p_recipient: string }; Returns: Json }
      sync_fail: {
        Args: {
          p_checked_at?: string
          p_code: string
          p_detail?: string
          p_owner: string
          p_retry_after_seconds?: number
          p_run?: string
        }
        Returns: undefined
      }
      sync_held_sessions: {
        Args: { p_after: string; p_ids: string[]; p_limit: number }
        Returns: Json
      }
      sync_preview: { Args: { p_actor: string; p_apply: Json }; Returns: Json }
      sync_rederive: { Args: { p_limit?: number }; Returns: Json }
      sync_restart: { Args: { p_actor: string }; Returns: undefined }
      sync_set_paused: { Args: { p_actor: string; p_reason: string }; Returns: undefined }
      sync_state: { Args: Record<PropertyKey, never>; Returns: Json }
      tag_members: {
        Args: {
          p_add: string[]
          p_after?: string
          p_dataset: string
          p_limit?: number
          p_members: string[]
          p_remove: string[]
          p_search: string
        }
        Returns: Json
      }
      take_as_sent: { Args: { p_actor: string; p_campaign: string }; Returns: Json }
      take_back_alike: { Args: { p_alike: string; p_kind: string }; Returns: Json }
      take_over_conversation: { Args: { p_id: string }; Returns: undefined }
      turn_off_retention: { Args: Record<PropertyKey, never>; Returns: undefined }
      undo_board_change: { Args: { p_change: string }; Returns: Json }
      undo_card_change: { Args: { p_event: number }; Returns: Json }
      undo_import: { Args: { p_import: string; p_limit?: number }; Returns: Json }
      undo_merge: { Args: { p_merge: string }; Returns: Json }
      waive_ai_disclosure: { Args: { p_campaign: string; p_reason: string }; Returns: Json }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
